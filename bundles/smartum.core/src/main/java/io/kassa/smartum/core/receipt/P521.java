package io.kassa.smartum.core.receipt;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import org.jose4j.keys.EllipticCurves;

/** The curve of ES512 (NIST P-521). */
final class P521 {
    private static final EllipticCurve CURVE = EllipticCurves.P521.getCurve();
    private static final BigInteger PRIME = ((ECFieldFp) CURVE.getField()).getP();
    static final BigInteger ORDER = EllipticCurves.P521.getOrder();

    private P521() {}

    static boolean isCurveOf(ECPublicKey key) {
        return key.getParams().getCurve().equals(CURVE)
                && key.getParams().getOrder().equals(ORDER);
    }

    /** A point beside the curve would let an attacker sign in the provider's name. */
    static boolean isOnCurve(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        boolean inField = x.signum() >= 0 && x.compareTo(PRIME) < 0 && y.signum() >= 0 && y.compareTo(PRIME) < 0;
        BigInteger right = x.pow(3).add(CURVE.getA().multiply(x)).add(CURVE.getB());
        return inField && y.multiply(y).subtract(right).mod(PRIME).signum() == 0;
    }
}
