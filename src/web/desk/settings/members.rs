//! Who is what in a queue. Rights are given by [`crate::account`]; here they are shown and chosen for one queue.

use super::{SetFrame, edit_address};
use crate::account::Denied;
use crate::id::{ClerkId, QueueId};
use crate::locale::Text;
use crate::roster::{Grant, Rights, Role, Scope, base_of};
use crate::setting::Key;
use crate::web::Web;
use crate::web::desk::{Fields, Staff, refused};
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use std::collections::BTreeSet;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/settings/members", post(change))
}

/// Somebody of the staff and what they are in a queue.
pub(super) struct Member {
    pub(super) id: String,
    pub(super) roles: Vec<Ticked>,
    /// What they are there by the settings file or in the whole office.
    pub(super) besides: Vec<String>,
    /// They are something there.
    pub(super) is_member: bool,
    pub(super) disabled: bool,
}

/// A role with its box.
pub(super) struct Ticked {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) ticked: bool,
}

/// Everybody whom this administrator may change, members first.
pub(super) async fn members(web: &Web, words: &Words, (staff, queue): (&Staff, &QueueId)) -> Result<Vec<Member>, Failure> {
    let accounts = web.accounts.all().await?;
    let roster = web.office.roster.load();
    let ids: BTreeSet<ClerkId> =
        accounts.iter().map(|account| account.id.clone()).chain(web.office.config.clerk.iter().map(|clerk| clerk.id.clone())).collect();
    let queues = web.office.config.queues();
    let mut members = Vec::new();
    for id in ids.into_iter().filter(|id| staff.rights().governs(&roster.standing(id))) {
        let grants = accounts.iter().find(|account| account.id == id).map(|account| account.grants.clone()).unwrap_or_default();
        let here = |role: Role| grants.iter().any(|grant| grant.role == role && grant.of != Scope::Office && grant.of.covers(queue));
        let base = base_of(&queues, &id);
        let office = Rights::of(grants.iter().filter(|grant| grant.of == Scope::Office));
        let role_name = |role: Role| words.t(&format!("deskweb-role-{}", role.name()));
        let mut besides = Vec::new();
        for role in Role::ALL {
            if base.is(role, queue) {
                besides.push(words.say(&Text::new("deskweb-set-member-file").with("role", role_name(role))));
            }
            if office.is_of_office(role) {
                besides.push(words.say(&Text::new("deskweb-set-member-office").with("role", role_name(role))));
            }
        }
        let roles = Role::ALL.into_iter().map(|role| Ticked { name: role.name(), label: role_name(role), ticked: here(role) });
        let is_member = Role::ALL.into_iter().any(here) || !besides.is_empty();
        members.push(Member { roles: roles.collect(), besides, is_member, disabled: roster.is_disabled(&id), id: id.0 });
    }
    members.sort_by_key(|member| !member.is_member);
    Ok(members)
}

#[derive(Template)]
#[template(path = "desk/settings-denied.html")]
struct DeniedPage {
    desk: SetFrame,
    why: String,
    back: String,
}

/// Somebody is something else in a queue from now on; what they are elsewhere stays.
async fn change(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let Some(key @ Key::Queue(_)) = Key::read(form.one("key")) else { return Err(Failure::Bad) };
    let Key::Queue(queue) = &key else { return Err(Failure::Bad) };
    let id = ClerkId(form.one("who").to_owned());
    let roles: Option<Vec<Role>> = form.all("role").map(Role::read).collect();
    let (Some(roles), Some(_)) = (roles, web.office.queue(queue)) else { return Err(Failure::Bad) };
    let before = web.accounts.one(&id).await?.map(|account| account.grants).unwrap_or_default();
    let done = web.accounts.set_roles(&staff.by(), (&id, &with_queue(&before, queue, &roles))).await;
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{}&done=members", edit_address(&key))).into_response()),
        Err(denied @ Denied::Trouble(_)) => Err(denied.into()),
        Err(denied) => {
            let set = SetFrame::new(&web, (&staff, &headers), "queue");
            let why = set.words().say(&denied.text());
            Ok(refused(&denied, page(&DeniedPage { why, back: edit_address(&key), desk: set })?))
        }
    }
}

/// Grants with these roles in a queue instead of those that were there.
fn with_queue(grants: &[Grant], queue: &QueueId, roles: &[Role]) -> Vec<Grant> {
    let elsewhere = grants.iter().cloned().map(|mut grant| {
        if let Scope::Queues(queues) = &mut grant.of {
            queues.remove(queue);
        }
        grant
    });
    let all: Vec<Grant> = elsewhere.chain(roles.iter().map(|role| Grant::of_queue(*role, queue.clone()))).collect();
    Rights::of(&all).grants()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_of_one_queue_change_and_those_elsewhere_stay() {
        let grants = |words: &[&str]| -> Vec<Grant> { words.iter().filter_map(|word| Grant::read(word)).collect() };
        let words = |grants: Vec<Grant>| grants.iter().flat_map(Grant::words).collect::<Vec<_>>();
        let before = Rights::of(&grants(&["clerk@ENF", "clerk@AID", "auditor"])).grants();
        assert_eq!(words(with_queue(&before, &"AID".into(), &[Role::Supervisor])), ["clerk@ENF", "supervisor@AID", "auditor"]);
        assert_eq!(words(with_queue(&before, &"ENF".into(), &[])), ["clerk@AID", "auditor"]);
        assert_eq!(words(with_queue(&[], &"ENF".into(), &[Role::Clerk])), ["clerk@ENF"]);
    }
}
