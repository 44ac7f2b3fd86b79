/** The outbox page. */
@NullMarked
package dev.muster.mail.ui;

import org.jspecify.annotations.NullMarked;
