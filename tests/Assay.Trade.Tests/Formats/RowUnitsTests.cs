using Assay.Trade.Formats.Mapped;
using Assay.Trade.Tests.Lake;

namespace Assay.Trade.Tests.Formats;

/// <summary>Tables whose rows say in which unit their quantity and value are.</summary>
public sealed class RowUnitsTests
{
    private const string Columns =
        "\"reporter\": \"Land\", \"partner\": \"Ziel\", \"product\": \"Ware\", \"period\": \"Monat\", \"flow\": \"Richtung\", \"value\": \"Wert\"";

    private const string Table = """
        Land;Ziel;Ware;Monat;Richtung;Wert;In;Menge;Einheit
        DE;KZ;870323;2022-03;Ausfuhr;1.234,5;Tsd. EUR;2,5;Tonnen
        DE;KZ;870324;2022-03;Ausfuhr;10,0;EUR;1.200;kg
        DE;KZ;851713;2022-03;Ausfuhr;3;tsd. eur;400;Stück
        DE;KZ;851714;2022-03;Ausfuhr;3;Mio. EUR;400;Stück

        """;

    [Fact]
    public void Each_row_is_taken_in_its_own_units_and_one_in_an_unknown_unit_of_value_is_refused()
    {
        using var lake = new TestLake();
        var path = lake.Write("national.csv", Table);
        var mapping = Load(
            lake,
            "{ \"columns\": { "
                + Columns
                + ", \"value_unit\": \"In\", \"quantity\": \"Menge\", \"unit\": \"Einheit\" }, \"constants\": { \"currency\": \"EUR\" },"
                + "\"flows\": { \"Ausfuhr\": \"X\" }, \"decimal\": \",\", \"units\": { \"Tonnen\": 1000 }, \"valueUnits\": { \"Tsd. EUR\": 1000, \"EUR\": 1 } }"
        );
        var reply = lake.Import(path, mapping.Value);
        Assert.Equal((3, 1), (reply.Provenance.RowsKept, reply.Provenance.RowsRefused));
        Assert.Equal(
            "851713 3000 - 400 Stück; 870323 1234500 2500 - -; 870324 10 1200 - -",
            lake.Text(
                "SELECT string_agg(product || ' ' || value::BIGINT || ' ' || coalesce(netkg::BIGINT::VARCHAR, '-') || ' ' || coalesce(suppl::BIGINT::VARCHAR, '-') || ' ' || coalesce(suppl_unit, '-'), '; ' ORDER BY product) FROM observations"
            )
        );
        Assert.Contains("valueUnits", reply.Provenance.Refused[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"quantity\": \"Menge\"", "", "without the other")]
    [InlineData("\"value_unit\": \"In\"", "", "what its words mean")]
    [InlineData("", ", \"valueUnits\": { \"EUR\": 1 }", "no column holds such a unit")]
    [InlineData("", ", \"units\": { \"Tonnen\": 1000 }", "no column holds a unit")]
    [InlineData("\"quantity\": \"Menge\", \"unit\": \"Einheit\"", ", \"units\": { \"Tonnen\": 0 }", "above zero")]
    public void Half_a_mapping_of_units_is_refused(string columns, string units, string reason)
    {
        using var lake = new TestLake();
        var mapping = Load(lake, "{ \"columns\": { " + columns + " }" + units + " }");
        Assert.False(mapping.Succeeded);
        Assert.Contains(reason, mapping.Error.Message, StringComparison.Ordinal);
    }

    private static Assay.Ground.Outcomes.Result<TradeMapping> Load(TestLake lake, string json) =>
        TradeMapping.Load(lake.Write("mapping.json", json));
}
