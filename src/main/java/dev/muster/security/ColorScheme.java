package dev.muster.security;

/** How the pages look to an account: as the device says, or always light, or always dark. */
public enum ColorScheme {
    SYSTEM,
    LIGHT,
    DARK
}
