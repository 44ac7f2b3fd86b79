/**
 * An index over all members in the memory of a node, beside the heap: it finds who meets a filter, counts them, and knows
 * the order of every list. It holds nothing that the database does not, and is made anew from there.
 */
@NullMarked
package dev.muster.members.index;

import org.jspecify.annotations.NullMarked;
