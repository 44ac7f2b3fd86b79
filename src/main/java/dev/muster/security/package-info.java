/** Who may do what: accounts, roles, the current user, login and first set-up. */
@ApplicationModule(allowedDependencies = "common")
@NullMarked
package dev.muster.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
