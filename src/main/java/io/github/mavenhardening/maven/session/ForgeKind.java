package io.github.mavenhardening.maven.session;

import java.util.List;

/** A kind of forge, with where its token is looked for. */
public enum ForgeKind {
    GITHUB("github"),
    GITLAB("gitlab");

    private final String server;

    ForgeKind(String server) {
        this.server = server;
    }

    /** The environment variables that may have its token, the first of which counts. */
    public List<String> variables() {
        // The token of a job on GitLab, CI_JOB_TOKEN, sees none of the settings.
        return this == GITLAB ? List.of("GITLAB_TOKEN") : List.of("GH_TOKEN", "GITHUB_TOKEN");
    }

    /** The id of the settings' server whose password is its token, where the user names none. */
    public String server() {
        return server;
    }
}
