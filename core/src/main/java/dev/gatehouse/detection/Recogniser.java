package dev.gatehouse.detection;

/// Knows one kind of thing and proposes where it could be. Has no state; adds up only what the shape itself says: the
/// words around and the column are [Candidates]'s business.
interface Recogniser {
    void recognise(Cell cell, Candidates found);
}
