//! Reads the files of a site into the model. Stub.
