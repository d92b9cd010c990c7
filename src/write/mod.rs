//! Publishes outputs into a folder. Stub: types only.
