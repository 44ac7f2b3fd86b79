package dev.muster.imports;

/** What a chunk adds to the counters of an undo: see {@link ImportUndo}. */
record UndoTally(long members, long restored, long memberships, long invitations, long kept) {}
