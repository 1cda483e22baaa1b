package org.example.app;

import org.junit.jupiter.api.Test;

class AppIT {
    @Test
    void runs() {}
}
