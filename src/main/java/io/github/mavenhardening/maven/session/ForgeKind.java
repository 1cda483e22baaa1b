package io.github.mavenhardening.maven.session;

import java.util.List;

/** A kind of forge, with where its token is looked for. */
public enum ForgeKind {
    GITHUB(List.of("GH_TOKEN", "GITHUB_TOKEN"), "github"),
    // The token of a job, CI_JOB_TOKEN, sees none of the settings.
    GITLAB(List.of("GITLAB_TOKEN"), "gitlab");

    private final List<String> variables;
    private final String server;

    ForgeKind(List<String> variables, String server) {
        this.variables = variables;
        this.server = server;
    }

    /** The environment variables that may have its token, the first of which counts. */
    public List<String> variables() {
        return variables;
    }

    /** The id of the settings' server whose password is its token, where the user names none. */
    public String server() {
        return server;
    }
}
