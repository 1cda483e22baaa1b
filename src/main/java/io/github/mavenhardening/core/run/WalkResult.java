package io.github.mavenhardening.core.run;

import java.util.List;

/**
 * What a walk over definitions came to.
 *
 * @param findings each once: an alias leads to the same place as its anchor
 * @param references how many {@code uses}
 * @param images how many images
 */
record WalkResult(KeptFindings findings, int references, int images) {

    /** All of them together. */
    static WalkResult of(List<WalkResult> parts) {
        KeptFindings findings = new KeptFindings();
        int references = 0;
        int images = 0;
        for (WalkResult part : parts) {
            findings.addAll(part.findings());
            references += part.references();
            images += part.images();
        }
        return new WalkResult(findings, references, images);
    }
}
