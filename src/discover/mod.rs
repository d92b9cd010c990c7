//! Finds the files of a site. Stub.
