package org.example.lib;

import org.junit.jupiter.api.Test;

class LibTest {
    @Test
    void runs() {}
}
