/** Small values that every feature uses: addresses, white space, the clock, the message catalogue. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.muster.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
