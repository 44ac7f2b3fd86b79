/** What {@code ./bench} runs. It measures and prints; it judges nothing. */
@org.jspecify.annotations.NullMarked
package dev.muster.bench;
