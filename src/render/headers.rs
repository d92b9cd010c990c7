//! `_headers`: HTTP headers for hosts that read such a file (Netlify, Cloudflare Pages).
//!
//! The pages need no script, no inline style and nothing from another host, and say so.

/// Where those hosts look for it.
pub(super) const PATH: &str = "_headers";

/// The file.
pub(super) const TEXT: &str = "\
/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin

/assets/*
  Cache-Control: public, max-age=31536000, immutable
";
