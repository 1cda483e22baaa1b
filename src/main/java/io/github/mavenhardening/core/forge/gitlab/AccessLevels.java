package io.github.mavenhardening.core.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.forge.GitLabSettings;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who may do something, as GitLab lists it: roles, users, groups and deploy keys, each of which is enough. */
final class AccessLevels {

    private static final String NO_ONE = "no one";

    private AccessLevels() {}

    /** Them by name, sorted. */
    static List<String> names(JsonNode levels) {
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode level : levels) {
            names.add(name(level));
        }
        return names.isEmpty() ? List.of(NO_ONE) : List.copyOf(names);
    }

    private static String name(JsonNode level) {
        String description = level.path("access_level_description").asText("");
        if (level.hasNonNull("user_id")) {
            return "user " + description;
        }
        if (level.hasNonNull("group_id")) {
            return "group " + description;
        }
        if (level.hasNonNull("deploy_key_id")) {
            return "deploy key " + description;
        }
        int role = level.path("access_level").asInt(-1);
        return switch (role) {
            case 0 -> NO_ONE;
            case 30 -> GitLabSettings.DEVELOPERS;
            case 40 -> "maintainers";
            case 50 -> "owners";
            case 60 -> "administrators";
            default -> "role " + role;
        };
    }
}
