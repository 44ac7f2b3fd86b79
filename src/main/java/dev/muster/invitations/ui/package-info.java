/** The Invite List, and what the profile shows of invitations. */
@NullMarked
package dev.muster.invitations.ui;

import org.jspecify.annotations.NullMarked;
