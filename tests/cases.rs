//! Abuse and bad input, by the number of the case in the office's catalogue: what somebody tries, and the test that shows what
//! comes of it. Tests that stand elsewhere are named, not doubled.
//!
//! | case | what is tried | shown by |
//! |---|---|---|
//! | 26 | another bot talks to ours | `telegram_receive::bots_get_no_answer_and_foreign_groups_are_left_without_a_word` |
//! | 27 | the webhook with a wrong secret, method, type or size; a body that never ends | `telegram_receive::{a_stranger_at_the_webhook_gets_nowhere, a_body_that_never_ends_is_given_up}`; the same at the pages: `wire::a_form_that_comes_too_slowly_is_let_go` |
//! | 28 | data of a Mini App, forged | there is no Mini App: nothing reads such data |
//! | 29 | numbers of tickets, files and drafts counted up | `page::what_is_anothers_looks_like_what_is_not_there`, `uploads::somebody_elses_upload_looks_like_one_that_is_not_there`, `desk_pages::a_ticket_that_is_not_theirs_looks_like_one_that_is_not_there`, `desk_web::what_is_not_there_and_what_is_not_theirs_look_the_same`, `api::a_program_sees_only_its_queues_and_cannot_tell_others_from_nothing` |
//! | 30 | receipts and access codes guessed | `page::guessed_codes_shut_the_door_and_tell_nothing_about_receipts` |
//! | 31 | a form of another site, `Origin: null`, a stream from another site | `desk_web::a_form_of_another_site_or_without_its_token_changes_nothing`, `web::another_site_and_another_visitor_change_nothing`, `page::another_site_hears_no_stream` |
//! | 32 | who may only look calls what changes something | `desk_web::each_cell_of_role_and_route_and_object_is_as_it_is_written_down` |
//! | 33 | a stream goes on after a role was taken away | `desk::a_stream_ends_when_a_role_is_taken_away` |
//! | 34 | a disabled clerk stays: log-in, stream, program, Telegram | `desk::a_disabled_clerk_hears_nothing_after_five_seconds`, `desk::a_program_is_out_with_its_token`, `accounts::a_disabled_clerk_is_out_everywhere_at_once_telegram_included`; there is no calendar feed of the staff |
//! | 35 | one key of a call with two bodies | `api::the_same_key_does_its_work_once_and_another_body_under_it_is_refused` |
//! | 36 | a webhook into the office's own network | `hooks::{no_address_inside_a_network_is_called_however_it_is_named, a_redirect_is_not_followed_and_a_pause_is_kept}` |
//! | 37 | another host, a forged `X-Forwarded-For`, two requests in one | `wire::{the_host_that_a_caller_names_stands_nowhere, a_forged_address_counts_only_from_a_proxy_of_ours, a_request_that_hides_another_ends_its_connection, one_address_leaves_connections_for_others}` |
//! | 38 | a page in a frame, its address told on, read again after log-out | `headers::every_route_carries_what_browsers_obey`, `desk_web::from_the_first_link_to_the_first_log_in_and_out_again` |
//! | 39 | names of files as paths, devices, 255 bytes of Chinese, two endings, turned around | `files::a_hostile_name_is_a_plain_one_and_never_a_path` |
//! | 40 | a file too large for Telegram | `telegram_send::files::a_file_larger_than_telegram_hands_over_is_told`, `uploads::an_upload_goes_on_where_it_stopped_however_often_the_counter_is_killed`, `files::what_was_on_its_way_in_time_may_arrive_after_the_end_of_its_link` |
//! | 41 | archives and pictures that grow | `files::what_grows_when_it_is_opened_costs_no_time_and_is_not_shown` |
//! | 42 | pages, drawings, papers and macros with scripts; two files in one | `files::nothing_active_is_ever_shown_in_the_desk` |
//! | 43 | a virus | `uploads::a_form_without_scripts_brings_several_files_and_lies_are_told` |
//! | 44 | the same file a thousand times | `files::the_same_file_again_and_again_is_kept_once_and_not_without_end` |
//! | 45 | a photo with the place where it was taken | `files::a_photo_is_shown_without_its_place_and_lies_sealed` |
//! | 46, 47 | exports by night, a case against one's own relatives | the tests of files of cases, of the audit log and of hidden answers at the desk (`desk_pages::personal_answers_are_hidden_until_they_are_asked_for_with_a_reason_and_a_code`) |
//! | 48 | words that order a machine about | no machine reads reports |

mod desk;
mod files;
mod headers;
mod page;
mod wire;
