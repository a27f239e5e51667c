//! Tiến Độ: annual work programmes as something people steer by.
