using System.Runtime.Intrinsics;
using Assay.Reading.Syntax.Network;
using CsCheck;

namespace Assay.Reading.Tests.Syntax;

public sealed class NetworkTests
{
    [Fact]
    public void A_product_is_bit_for_bit_the_sum_in_order() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 40], Gen.Bool)
            .SelectMany(s =>
                Gen.Select(
                    Gen.Float[-2, 2].Array[s.Item1 * s.Item2],
                    Gen.Float[-2, 2].Array[s.Item2 * s.Item3],
                    Gen.Float[-2, 2].Array[s.Item1 * s.Item3],
                    (a, b, c) => (Size: s, A: a, B: b, C: c)
                )
            )
            .Sample(
                m =>
                {
                    var (rows, inner, columns, add) = m.Size;
                    var result = (float[])m.C.Clone();
                    MatrixProduct.Compute(m.A, m.B, result, rows, inner, columns, add);
                    for (var i = 0; i < rows; i++)
                    for (var j = 0; j < columns; j++)
                    {
                        var sum = add ? m.C[i * columns + j] : 0f;
                        for (var k = 0; k < inner; k++)
                            sum = MathF.FusedMultiplyAdd(m.A[i * inner + k], m.B[k * columns + j], sum);
                        Assert.Equal(sum, result[i * columns + j]);
                    }
                },
                iter: 300
            );

    [Theory]
    [InlineData(-100)]
    [InlineData(-20.5)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(60)]
    public void The_functions_are_those_of_the_books(double x)
    {
        var vector = Vector256.Create((float)x);
        Assert.Equal(Math.Exp(Math.Max(-87, x)), VectorFunctions.Exp(vector)[3], Math.Exp(x) * 1e-6 + 1e-37);
        Assert.Equal(1 / (1 + Math.Exp(-x)), VectorFunctions.Sigmoid(vector)[0], 1e-6);
        Assert.Equal(Math.Tanh(x), VectorFunctions.Tanh(vector)[7], 1e-6);
    }

    [Fact]
    public void The_features_of_a_clock_do_not_depend_on_its_digits()
    {
        Assert.Equal(Features("10:54"), Features("23:17"));
        Assert.NotEqual(Features("10:54"), Features("1:54"));
        Assert.NotEqual(Features("May"), Features("may"));
        Assert.Equal(Features("n't"), Features("n’t"));
    }

    [Fact]
    public void A_matrix_that_is_too_small_is_refused() =>
        Assert.Throws<ArgumentException>(() => MatrixProduct.Compute(new float[3], new float[4], new float[4], 2, 2, 2));

    private static uint[] Features(string form)
    {
        var hashes = new uint[TokenFeatures.Count];
        TokenFeatures.Of(form, hashes);
        return hashes;
    }
}
