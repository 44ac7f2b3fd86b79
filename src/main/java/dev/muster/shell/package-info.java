/** The frame around every page: layout, navigation, user menu, error pages. */
@ApplicationModule(allowedDependencies = {"common", "security"})
@NullMarked
package dev.muster.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
