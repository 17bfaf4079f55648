//! Sending to Telegram, tried with the fake Bot API: nothing that was committed is lost, whatever Telegram answers; one slow
//! receiver delays no other; limits are kept before Telegram has to ask for it.
//!
//! ## Fault matrix
//!
//! Each way in which Telegram, its network or a staff group fails, and the tests that try it; those of `telegram_receive` are
//! marked with `<`, those of other files are named with them.
//!
//! | fault | tests |
//! |---|---|
//! | 429, 1 s | `faults::a_second_that_telegram_asks_for_is_kept_and_others_do_not_wait`, `faults::a_limit_of_a_group_stops_neither_persons_nor_other_groups` |
//! | 429, 30 s | `faults::half_a_minute_is_waited_to_the_second` |
//! | 429, 3600 s, over restarts | `restart::an_hour_that_telegram_asks_for_is_kept_over_restarts` |
//! | limits met before Telegram asks | `limits::*` |
//! | 5xx, HTML of a proxy | `faults::servers_in_trouble_are_asked_again_and_the_order_stays`, `<outages_of_every_kind_are_waited_out` |
//! | no connection | `faults::a_network_that_was_away_loses_and_doubles_nothing`, `faults::what_does_not_get_through_for_a_day_is_given_up_visibly_and_groups_keep_theirs` |
//! | no such name, broken handshake | `faults::a_name_that_nobody_knows_and_a_broken_handshake_are_no_answer` |
//! | applied, answer lost | `faults::a_message_whose_answer_got_lost_comes_once_more_and_no_further`, `faults::an_edit_whose_answer_got_lost_is_not_shown_twice`, `groups::a_lost_answer_to_a_new_topic_leaves_one_empty_topic_and_no_more`, `faults::nothing_is_lost_on_a_bad_line` |
//! | answer after the cap, never | `faults::a_message_whose_answer_got_lost_comes_once_more_and_no_further`, `limits::chats_that_hang_delay_nobody`, `<a_body_that_never_ends_is_given_up` |
//! | the same update many times | `<many_copies_at_once_have_the_effect_of_once`, `<the_same_update_after_a_restart_has_the_effect_of_once` |
//! | numbers of updates jump | `<numbers_that_begin_anew_are_no_gap_and_no_repetition` |
//! | unknown kinds and fields | `<unknown_kinds_are_parked_and_confirmed_and_hold_nobody_up`, `<words_arrive_whatever_entities_and_fields_come_with_them`, `<a_thousand_mangled_updates_are_kept_or_handled_and_none_breaks_the_counter` |
//! | 409, another poller | `<another_poller_ends_the_asking_after_some_tries`, `<a_conflict_that_passes_is_forgotten`, `<a_second_counter_on_the_same_store_leaves_receiving_to_the_first` |
//! | 401, token revoked | `faults::a_revoked_token_stops_sending_until_it_is_good_again`, `<a_refused_token_ends_receiving_at_the_start_and_later` |
//! | 403 blocked, deactivated, 400 chat not found | `faults::the_desk_is_told_once_that_a_person_is_gone_and_the_lane_goes_on`, `faults::deleted_and_unknown_accounts_are_told_to_the_desk_too` |
//! | 400 of a kind that nobody knows | `faults::an_answer_that_telegram_will_never_take_is_told_to_the_desk`, `groups::one_odd_thing_in_a_group_does_not_stop_the_others` |
//! | topic deleted or closed | `groups::a_deleted_topic_is_made_again_with_its_card_before_the_post`, `groups::a_message_that_telegram_puts_outside_of_a_lost_topic_is_taken_away`, `groups::a_topic_closed_by_hand_is_opened_for_what_is_new` |
//! | group moved | `groups::a_moved_group_is_followed_and_remembered`, `<a_staff_group_that_moves_is_not_left` |
//! | markup refused | `faults::markup_that_telegram_refuses_is_left_out` |
//! | not modified, cannot be edited | `faults::a_screen_that_is_the_same_is_done_and_one_that_cannot_be_changed_comes_anew`, `groups::a_deleted_card_comes_back_with_the_next_change` |
//! | bot demoted, topics off, thrown out, group deleted | `groups::without_the_right_to_make_topics_old_ones_go_on_and_new_ones_come_later`, `groups::a_group_is_told_of_its_trouble_once_an_hour_also_over_a_restart`, `groups::a_group_that_threw_us_out_waits_and_persons_do_not`, `groups::a_group_that_is_gone_keeps_nothing_else_from_going_on` |
//! | store full, failing, slow | `<nothing_is_confirmed_while_the_store_cannot_write`, `<what_is_confirmed_is_in_the_store_however_often_it_fails`, `<a_webhook_answers_200_only_for_what_is_kept`, `restart::what_a_store_kept_without_saying_so_is_found_when_it_writes_again` |
//! | a handler panics | `<a_thousand_mangled_updates_are_kept_or_handled_and_none_breaks_the_counter`, `restart::a_bug_in_sending_stops_neither_the_group_nor_others` |
//! | kill, stop | `restart::a_kill_says_nothing_more_than_twice_and_loses_nothing`, `<a_receiver_that_is_killed_leaves_nothing_behind`, `restart::what_a_stop_leaves_is_sent_at_the_next_start`, `kill` |
//! | yesterday's backup | `store_suite`, `commands::keeping::a_backup_is_restored_into_an_empty_folder_and_says_nothing_personal` |

mod house;

mod charts;
mod desk;
mod documents;
mod faults;
mod files;
mod groups;
mod limits;
mod restart;
