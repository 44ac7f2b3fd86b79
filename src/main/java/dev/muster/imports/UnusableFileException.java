package dev.muster.imports;

import dev.muster.common.Catalogue;
import java.util.List;

/** A file cannot be imported as a whole; no row of it is. */
class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FileFault fault;
    private final transient List<Object> arguments;

    /** Takes what fills the gaps of the fault's message and of its explanation, which share them. */
    UnusableFileException(FileFault fault, Object... arguments) {
        super(fault + " " + List.of(arguments));
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    FileFault fault() {
        return fault;
    }

    /** Returns the problem in the words of the catalogue. */
    FileProblem problem(Catalogue catalogue) {
        Object[] gaps = arguments.toArray();
        return new FileProblem(catalogue.text(fault.messageKey(), gaps), catalogue.text(fault.explanationKey(), gaps));
    }
}
