package dev.gatehouse.demo.data;

/// The countries where the shop's customers live, by ISO 3166 code.
public enum Country {
    AT,
    CZ,
    DE,
    ES,
    FI,
    FR,
    GR,
    IT,
    NL,
    PL,
    PT,
    SE
}
