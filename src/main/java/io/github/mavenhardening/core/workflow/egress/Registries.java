package io.github.mavenhardening.core.workflow.egress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of registries without a file of the repository that says it.
 *
 * @param own the hosts of the registry that a tool knows by itself, with or without a port, as the policy lists them
 * @param build addresses of the repositories of the Maven build that runs the check
 */
public record Registries(Map<Tool, List<String>> own, Collection<String> build) {

    /** What the policy may list: a name of at least two parts, which may begin with {@code *.}, and a port of at most 65535. */
    public static final String HOST =
            "^(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,20}[a-z][a-z0-9-]{0,62}"
                    + "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$";
    /** The same in words. */
    public static final String MUST = "be a host such as repo.example.org, perhaps with a port, and no address";

    /** Registries of a repository that names none of its own. */
    public static final Registries NONE = new Registries(Map.of(), List.of());

    public Registries {
        Map<Tool, List<String>> copy = new EnumMap<>(Tool.class);
        for (Map.Entry<Tool, List<String>> each : own.entrySet()) {
            List<String> endpoints = new ArrayList<>();
            each.getValue().forEach(host -> endpoints.add(Endpoint.of(host).text()));
            copy.put(each.getKey(), List.copyOf(endpoints));
        }
        own = Collections.unmodifiableMap(copy);
        build = List.copyOf(build);
    }

    /** The endpoints of a tool's own registry; empty where they are not listed. */
    List<String> of(Tool tool) {
        return own.getOrDefault(tool, List.of());
    }
}
