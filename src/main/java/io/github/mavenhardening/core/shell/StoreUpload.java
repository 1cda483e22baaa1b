package io.github.mavenhardening.core.shell;

import java.util.Set;

/**
 * What fastlane puts into the stores of apps, and hands to testers.
 *
 * @see <a href="https://docs.fastlane.tools/actions/">fastlane's actions</a>
 */
public final class StoreUpload {

    private static final Set<String> ACTIONS = Set.of(
            "upload_to_play_store",
            "upload_to_play_store_internal_app_sharing",
            "supply",
            "upload_to_app_store",
            "deliver",
            "appstore",
            "upload_to_testflight",
            "pilot",
            "testflight",
            "firebase_app_distribution");

    /** Sub-commands that look, fetch or set up. */
    private static final Set<String> NO_UPLOAD = Set.of(
            "init",
            "list",
            "find",
            "builds",
            "export",
            "download_metadata",
            "download_screenshots",
            "generate_summary");

    private StoreUpload() {}

    /** Whether an action of that name uploads. */
    public static boolean isAction(String name) {
        return ACTIONS.contains(name);
    }

    /** Whether a call of fastlane is such an action. */
    static boolean is(ShellCommand command) {
        boolean runs = command.operand(0).equals("run");
        return isAction(command.operand(runs ? 1 : 0))
                && !NO_UPLOAD.contains(command.operand(runs ? 2 : 1))
                && !command.has("--validate_only")
                && !command.has("validate_only:true");
    }
}
