//! The preview server. Stub.
