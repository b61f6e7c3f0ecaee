package dev.gatehouse.server.settings;

/// The words of `record:`: what of the contents is kept.
public enum RecordForm {
    /// As delivered: masked values stay masked
    MASKED,
    /// Only a digest
    DIGEST,
    /// Everything, encrypted to a key that needs a second person
    FULL
}
