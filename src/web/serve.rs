//! Serves routes on a listener: a client that sends its first lines too slowly is let go, and at a stop what is in hand is
//! finished.

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// Connections at once; more wait to be taken.
const CONNECTIONS: usize = 2048;
/// Time for the first lines of a request; a pause between two requests counts too.
const FIRST_LINES: Duration = Duration::from_secs(15);
/// Pause when the system hands out no connection, for want of file handles.
const NO_CONNECTION: Duration = Duration::from_millis(200);
/// Time that what is in hand gets at a stop.
const LAST_ANSWERS: Duration = Duration::from_millis(900);

/// Serves until the token is cancelled.
pub async fn serve(listener: TcpListener, routes: Router, stop: CancellationToken) {
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
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
        // A page is small: waiting to fill a packet only makes it late.
        let _ = stream.set_nodelay(true);
        let routes = routes.clone().layer(axum::Extension(ConnectInfo(address)));
        let mut server = http1::Builder::new();
        server.timer(TokioTimer::new()).header_read_timeout(FIRST_LINES);
        let connection = server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // Whoever breaks off is their own news.
            let _ = connection.await;
            drop(slot);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(LAST_ANSWERS, graceful.shutdown()).await;
}
