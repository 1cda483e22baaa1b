package io.github.mavenhardening.core.insights.schema;

import java.util.List;

/**
 * One keyword of a schema with its value, ready to be held against instances. The keywords of one type of value share a
 * class and choose by their name: to load a class or link a lambda for each would take longer than to run them all.
 */
interface Keyword {

    /** Adds what the instance does that the keyword does not allow; instances of a type it does not speak of pass. */
    void check(Instance instance, List<SchemaError> errors);

    static SchemaError error(Instance instance, String keyword, String detail, List<String> allowed, String reason) {
        return new SchemaError(instance.pointer(), instance.place(), keyword, detail, allowed, instance.node(), reason);
    }
}
