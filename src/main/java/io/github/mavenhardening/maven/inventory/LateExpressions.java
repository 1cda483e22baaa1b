package io.github.mavenhardening.maven.inventory;

import org.apache.maven.project.MavenProject;

/**
 * What expressions come to that Maven leaves in a plugin's configuration until the goal runs, since an extension sets their properties
 * once the projects are read: {@code ${os.detected.classifier}} of os-maven-plugin, above all.
 */
final class LateExpressions {

    private static final String START = "${";
    private static final String DETECTED = "os.detected.";

    private final MavenProject project;
    private final String platform;

    /**
     * Those of a project.
     *
     * @param platform the name of the system, {@code linux-x86_64}
     */
    LateExpressions(MavenProject project, String platform) {
        this.project = project;
        this.platform = platform;
    }

    /** A text with what is known in the place of expressions; others stay as they are written. */
    String evaluate(String text) {
        int start = text.indexOf(START);
        if (start < 0) {
            return text;
        }
        StringBuilder evaluated = new StringBuilder();
        int done = 0;
        while (start >= 0) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            String value = value(text.substring(start + START.length(), end));
            evaluated.append(text, done, start).append(value == null ? text.substring(start, end + 1) : value);
            done = end + 1;
            start = text.indexOf(START, done);
        }
        return evaluated.append(text, done, text.length()).toString();
    }

    /** Null where it is not known. */
    private String value(String name) {
        int dash = platform.indexOf('-');
        if (dash > 0 && name.startsWith(DETECTED)) {
            switch (name.substring(DETECTED.length())) {
                case "classifier" -> {
                    return platform;
                }
                case "name" -> {
                    return platform.substring(0, dash);
                }
                case "arch" -> {
                    return platform.substring(dash + 1);
                }
                default -> {}
            }
        }
        return project.getProperties().getProperty(name);
    }
}
