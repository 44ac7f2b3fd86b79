/** The people in the hub, their custom profile fields, groups and history. */
@ApplicationModule(allowedDependencies = {"common", "security"})
@NullMarked
package dev.muster.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
