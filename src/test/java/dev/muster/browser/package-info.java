/** The whole way, as a person goes it: the production jar, a real browser, a real mail server. */
@org.jspecify.annotations.NullMarked
package dev.muster.browser;
