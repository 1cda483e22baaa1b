package io.github.mavenhardening.core.yaml;

import java.util.HashMap;
import java.util.Map;

/** The words that most workflows are made of: each stands once in memory, however many files have it. */
final class CommonWords {

    private static final String[] WORDS = {
        "on",
        "push",
        "pull_request",
        "pull_request_target",
        "workflow_call",
        "workflow_dispatch",
        "workflow_run",
        "schedule",
        "branches",
        "tags",
        "paths",
        "types",
        "cron",
        "inputs",
        "outputs",
        "secrets",
        "description",
        "required",
        "default",
        "type",
        "string",
        "boolean",
        "true",
        "false",
        "permissions",
        "contents",
        "id-token",
        "packages",
        "pull-requests",
        "read",
        "write",
        "none",
        "env",
        "defaults",
        "concurrency",
        "group",
        "cancel-in-progress",
        "jobs",
        "build",
        "test",
        "name",
        "needs",
        "if",
        "runs-on",
        "ubuntu-latest",
        "ubuntu-24.04",
        "ubuntu-22.04",
        "windows-latest",
        "macos-latest",
        "timeout-minutes",
        "environment",
        "strategy",
        "fail-fast",
        "matrix",
        "include",
        "exclude",
        "os",
        "container",
        "services",
        "image",
        "steps",
        "id",
        "uses",
        "with",
        "run",
        "shell",
        "bash",
        "working-directory",
        "persist-credentials",
        "main",
        "master",
        "value",
        "version",
        "java-version",
        "distribution",
        "temurin",
        "cache",
        "path",
        "key",
        "token"
    };

    private static final Map<String, String> KNOWN = new HashMap<>();

    private static final int LONGEST = 20;

    static {
        for (String word : WORDS) {
            KNOWN.put(word, word);
        }
    }

    private CommonWords() {}

    /** The one text of a word where it is common, else the text itself. */
    static String shared(String text) {
        String known = text.length() <= LONGEST ? KNOWN.get(text) : null;
        return known == null ? text : known;
    }
}
