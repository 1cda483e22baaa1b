package io.github.mavenhardening.core.insights.schema;

import java.util.List;
import java.util.function.Consumer;

/** One keyword of a schema with its value, ready to be held against instances. */
@FunctionalInterface
interface Keyword {

    /** Reports what the instance does that the keyword does not allow; instances of a type it does not speak of pass. */
    void check(Instance instance, Consumer<SchemaError> errors);

    static SchemaError error(Instance instance, String keyword, String detail, List<String> allowed, String reason) {
        return new SchemaError(instance.pointer(), instance.place(), keyword, detail, allowed, instance.node(), reason);
    }
}
