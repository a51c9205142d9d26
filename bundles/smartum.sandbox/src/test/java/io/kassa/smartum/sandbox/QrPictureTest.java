package io.kassa.smartum.sandbox;

import static io.kassa.smartum.sandbox.Sandbox.KAISLA;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.kassa.smartum.sandbox.receipt.QrPicture;
import io.kassa.smartum.sandbox.receipt.Receipt;
import io.kassa.smartum.sandbox.receipt.Special;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QrPictureTest {
    private static final int QUIET_ZONE = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void thePictureOfAReceiptReadsBack(int scale) throws Exception {
        try (Sandbox sandbox = Sandbox.start(Options.inMemory())) {
            Receipt receipt = sandbox.pay(KAISLA, "exercise", 1000);
            QrPicture picture = receipt.picture().orElseThrow();
            assertThat(picture.version()).isBetween(15, 20);
            assertThat(read(picture.png(scale))).isEqualTo(receipt.text());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RUBBISH")
    void thePictureOfEverySpecialReceiptReadsBack(Special kind) throws Exception {
        try (Sandbox sandbox = Sandbox.start(Options.inMemory())) {
            Receipt receipt = sandbox.issue(kind, KAISLA, "exercise", 1000);
            assertThat(read(receipt.picture().orElseThrow().png(4))).isEqualTo(receipt.text());
        }
    }

    @Test
    void theVectorPictureHasTheSameModulesAndAWhiteRim() {
        QrPicture picture = QrPicture.of("tx_R60D21hL60bj5N1v").orElseThrow();
        assertThat(picture.svg()).contains("viewBox='0 0 " + picture.size()).contains("M4 4h7v1h-7z");
        for (int i = 0; i < picture.size(); i++) {
            assertThat(picture.dark(i, QUIET_ZONE - 1)).isFalse();
            assertThat(picture.dark(picture.size() - QUIET_ZONE, i)).isFalse();
        }
    }

    @Test
    void whatNoCodeCanHoldHasNoPicture() {
        assertThat(QrPicture.of("")).isEmpty();
        assertThat(QrPicture.of("x".repeat(2953))).isPresent();
        assertThat(QrPicture.of("x".repeat(2954))).isEmpty();
    }

    private static String read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
