//! The command line. Stub.
