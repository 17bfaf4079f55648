//! Health, metrics, webhook.
