package io.github.mavenhardening.core.policy;

/**
 * The state of a finding compared with the baseline.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317662">SARIF 2.1.0 §3.27.24
 *     baselineState</a>
 */
public enum BaselineState {
    /** The baseline does not have it. */
    NEW("new"),
    /** The baseline does not have it because its check did not exist when the baseline was written. */
    NEW_IN_RELEASE("new"),
    /** The baseline has it. */
    UNCHANGED("unchanged");

    private final String sarif;

    BaselineState(String sarif) {
        this.sarif = sarif;
    }

    /** SARIF's word for it. */
    public String sarif() {
        return sarif;
    }
}
