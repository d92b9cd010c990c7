//! Looks at where names lead before anything is asked there.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use ureq::{Proxy, ProxyProtocol};

use super::address::sift;

/// Looks names up, and leaves out where a redirect may not lead ([`sift`]). The connection is made to
/// the very addresses that were looked at. Names that a proxy looks up do not come here, but its own
/// does.
pub struct Guard {
    /// Whether a machine of the own network may be asked.
    pub own: bool,
    /// Set where one is.
    pub was_own: Arc<AtomicBool>,
    /// Looks the names up.
    pub inner: DefaultResolver,
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Guard({})", self.own)
    }
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if config.proxy().is_some_and(|proxy| is_of_proxy(uri, proxy)) {
            return Ok(found);
        }
        let Some((addresses, are_own)) = sift(&found, self.own) else {
            return Err(ureq::Error::Other(Box::new(OwnNetwork)));
        };
        self.was_own.fetch_or(are_own, Ordering::Relaxed);
        let mut sifted = self.empty();
        for address in addresses {
            sifted.push(address);
        }
        Ok(sifted)
    }
}

/// Whether an address that is looked up is that of the proxy through which another one is asked. Of
/// proxies of other kinds than these the target itself is looked up here.
fn is_of_proxy(uri: &Uri, proxy: &Proxy) -> bool {
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    matches!(proxy.protocol(), ProxyProtocol::Http | ProxyProtocol::Https)
        && uri.host() == Some(proxy.host())
        && port == proxy.port()
}

/// A name that leads into the own network.
#[derive(Debug, thiserror::Error)]
#[error("a machine of the own network")]
pub struct OwnNetwork;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_the_proxy_itself_is_taken_for_the_proxy() {
        let is = |uri: &str, proxy: &str| {
            is_of_proxy(&uri.parse().unwrap(), &Proxy::new(proxy).unwrap())
        };
        assert!(is("http://proxy.corp:3128/", "http://proxy.corp:3128"));
        assert!(is("https://proxy.corp/", "https://proxy.corp:443"));
        assert!(!is("http://proxy.corp/", "http://proxy.corp:3128"));
        assert!(!is("http://proxy.corp:22/", "http://proxy.corp:3128"));
        assert!(!is("http://example.org:3128/", "http://proxy.corp:3128"));
        // Here the target itself is looked up.
        assert!(!is("http://proxy.corp:1080/", "socks5://proxy.corp:1080"));
    }
}
