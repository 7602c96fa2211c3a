use std::future::{Ready, ready};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::Extension;
use axum_server::accept::Accept;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tower::Layer;

use crate::faults::Faults;

/// Takes connections, and gives each a [`Cutter`] that its requests find among their extensions.
#[derive(Clone)]
pub(crate) struct Acceptor(pub(crate) Faults);

/// Closes a connection after some bytes more.
#[derive(Clone, Debug)]
pub(crate) struct Cutter(Arc<AtomicUsize>);

impl Cutter {
    pub(super) fn cut_after(&self, bytes: usize) {
        self.0.store(bytes, Ordering::Relaxed);
    }
}

impl<S> Accept<TcpStream, S> for Acceptor {
    type Stream = Connection;
    type Service = <Extension<Cutter> as Layer<S>>::Service;
    type Future = Ready<io::Result<(Self::Stream, Self::Service)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        if self.0.cuts_at_accept() {
            return ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        let cutter = Cutter(Arc::new(AtomicUsize::new(usize::MAX)));
        let service = Extension(cutter.clone()).layer(service);
        ready(Ok((Connection { stream, cutter }, service)))
    }
}

/// A connection that ends when its [`Cutter`] says so.
pub(crate) struct Connection {
    stream: TcpStream,
    cutter: Cutter,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let left = self.cutter.0.load(Ordering::Relaxed);
        if left == 0 {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        let most = bytes.len().min(left);
        let written = Pin::new(&mut self.stream).poll_write(context, &bytes[..most]);
        if let (Poll::Ready(Ok(written)), true) = (&written, left < usize::MAX) {
            self.cutter.cut_after(left - written);
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
