/**
 * The fault suite: the production jar as real processes, killed, stopped, cut off and starved, and afterwards held
 * against an oracle. Short within {@code ./mvnw verify}, long with {@code ./mvnw -Pfaults verify}; what was injected, how
 * often, and what held is written to {@code target/faults.md}.
 */
@org.jspecify.annotations.NullMarked
package dev.muster.faults;
