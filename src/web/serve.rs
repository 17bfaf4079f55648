//! Serves routes on a listener: a client that sends its first lines too slowly is let go, one address does not take all
//! connections, and at a stop what is in hand is finished.

use super::guard::network;
use axum::Router;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// Connections at once; more wait to be taken.
const CONNECTIONS: usize = 2048;
/// Connections of one address at once. An office behind one address has room; a single machine leaves room for all others.
pub const OF_ONE: usize = 512;
/// Time for the first lines of a request; a pause between two requests counts too.
const FIRST_LINES: Duration = Duration::from_secs(15);
/// Pause when the system hands out no connection, for want of file handles.
const NO_CONNECTION: Duration = Duration::from_millis(200);
/// Time that what is in hand gets at a stop.
const LAST_ANSWERS: Duration = Duration::from_millis(900);

/// Addresses behind which everybody may stand: the proxies of the settings; without any, this machine itself.
pub fn trusted(proxies: &[IpAddr]) -> Vec<IpAddr> {
    match proxies {
        [] => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
        proxies => proxies.to_vec(),
    }
}

/// Connections that each address has.
#[derive(Clone, Default)]
struct Held(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection of an address, as long as this lives.
struct Hold(Held, IpAddr);

impl Held {
    /// One more; `None` when the address has as many as it may.
    fn one_more(&self, address: IpAddr) -> Option<Hold> {
        let address = network(address);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(address).or_default();
        if *count >= OF_ONE {
            return None;
        }
        *count += 1;
        Some(Hold(self.clone(), address))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut held = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.1);
            }
        }
    }
}

/// Serves until the token is cancelled. Addresses of `trusted` may hold any number of connections.
pub async fn serve((listener, trusted): (TcpListener, Vec<IpAddr>), routes: Router, stop: CancellationToken) {
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    let held = Held::default();
    let graceful = GracefulShutdown::new();
    loop {
        let Some(Ok(slot)) = stop.run_until_cancelled(Arc::clone(&slots).acquire_owned()).await else { break };
        let Some(taken) = stop.run_until_cancelled(listener.accept()).await else { break };
        let (stream, address) = match taken {
            Ok(taken) => taken,
            Err(error) => {
                tracing::debug!(%error, "a connection was not taken");
                tokio::time::sleep(NO_CONNECTION).await;
                continue;
            }
        };
        let from = address.ip().to_canonical();
        let hold = if trusted.contains(&from) { None } else { Some(held.one_more(from)) };
        let Some(hold) = hold.map_or(Some(None), |hold| hold.map(Some)) else {
            tracing::debug!("an address has as many connections as it may");
            continue;
        };
        // A page is small: waiting to fill a packet only makes it late.
        let _ = stream.set_nodelay(true);
        // Laid around each request, not around the routes: those are one and the same for all connections.
        let inner = TowerToHyperService::new(routes.clone());
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(address));
            inner.call(request)
        });
        let mut server = http1::Builder::new();
        server.timer(TokioTimer::new()).header_read_timeout(FIRST_LINES);
        let connection = server.serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // Whoever breaks off is their own news.
            let _ = connection.await;
            drop((slot, hold));
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(LAST_ANSWERS, graceful.shutdown()).await;
}
