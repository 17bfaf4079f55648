//! What people type, read generously: numbers of rights, dates, money, phones.
