//! One suite of stories that every store passes, and what only the store on disk can be asked.

mod disk_only;
mod sample;
mod stories;

use ip_office_bot::clock::{HandClock, Moment};
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::Store;
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::sled::{SledOptions, SledStore};
use std::sync::Arc;

/// A store of one kind with everything that it was made from.
struct World {
    store: Arc<dyn Store>,
    clock: Arc<HandClock>,
    key: OfficeKey,
    /// Goes with the last who uses it.
    _folder: Option<tempfile::TempDir>,
}

fn morning() -> Moment {
    "2026-11-23T01:00:00Z".parse().expect("a moment")
}

fn key() -> OfficeKey {
    OfficeKey::generate(&mut rand::rng())
}

fn memory() -> World {
    memory_with(key(), Arc::new(HandClock::at(morning())))
}

fn memory_with(key: OfficeKey, clock: Arc<HandClock>) -> World {
    World { store: Arc::new(MemoryStore::with(key.clone(), clock.clone())), clock, key, _folder: None }
}

fn disk() -> World {
    disk_with(key(), Arc::new(HandClock::at(morning())))
}

fn disk_with(key: OfficeKey, clock: Arc<HandClock>) -> World {
    let folder = tempfile::tempdir().expect("a folder");
    let options = SledOptions { clock: clock.clone(), ..SledOptions::default() };
    let store = SledStore::open(folder.path(), key.clone(), options).expect("a store");
    World { store: Arc::new(store), clock, key, _folder: Some(folder) }
}

/// An empty store of each kind.
fn every_kind_of_store(key: &OfficeKey, clock: &Arc<HandClock>) -> [World; 2] {
    [memory_with(key.clone(), clock.clone()), disk_with(key.clone(), clock.clone())]
}

macro_rules! every_story_on {
    ($world:ident: $($story:ident),* $(,)?) => {
        mod $world {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $story() {
                    super::stories::$story(super::$world()).await;
                }
            )*
        }
    };
}

macro_rules! stories_on {
    ($($world:ident),*) => {
        $(
            every_story_on!($world:
                a_commit_is_whole_or_not_at_all,
                an_event_is_handled_once,
                a_changed_record_is_not_overwritten,
                twenty_writers_lose_no_update,
                writes_of_one_commit_happen_in_order,
                lists_of_tickets_are_filtered_and_paged,
                a_ticket_changes_queue_and_closes_in_every_list,
                a_person_finds_their_own_tickets_until_the_link_is_cut,
                an_erased_ticket_leaves_its_head_and_takes_no_more,
                a_ticket_that_changed_is_not_erased_unseen,
                the_chain_of_the_audit_log_is_followed_in_pieces,
                files_are_paged_and_forgotten,
                deliveries_come_in_order_are_retried_and_dropped_by_lane,
                a_retry_never_brings_back_what_was_sent,
                a_timer_replaces_its_older_self_and_due_ones_come_oldest_first,
                a_thread_belongs_to_one_ticket,
                a_group_that_moved_takes_topics_and_deliveries_along,
                parked_updates_come_oldest_first,
                named_things_are_replaced_and_deleted,
                subscriptions_are_found_by_person_and_by_their_next_digest,
                slips_lie_in_their_drawers_in_the_order_of_their_names,
                the_last_seat_is_given_away_once,
                counts_follow_every_change,
                old_marks_are_forgotten_and_new_ones_kept,
                the_audit_log_is_numbered_and_paged,
                a_backup_restores_the_same_into_every_store,
                a_restored_store_sends_no_old_words,
                a_bad_backup_changes_nothing,
            );
        )*
    };
}

stories_on!(memory, disk);
