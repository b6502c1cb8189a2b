using System.Text;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Reading.Tests.Intake;

public sealed class CharsetTests
{
    private const string Russian =
        "Поезд вышел из Твери в семь утра. Мы опоздали, сказал машинист; в 9:40 он был уже на мосту. Ещё час ждали объезда.";
    private const string Ukrainian =
        "Потяг вийшов о сьомій ранку, і його ніхто не чекав. Її сестра приїхала пізніше, коли вже стемніло й усі пішли.";
    private const string Bulgarian = "Влакът тръгна в седем сутринта, а никой не го чакаше на гарата. Двама души слязоха преди моста.";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Russian, "koi8-r")]
    [InlineData(Russian, "iso-8859-5")]
    [InlineData(Russian, "cp866")]
    [InlineData("«Мы опоздали», — сказал машинист поезда № 5.", "windows-1251")]
    [InlineData("Да, да.", "windows-1251")]
    [InlineData("ВСЕМ СТОЯТЬ НА МЕСТЕ, ПОЕЗД НЕ ПОЙДЁТ ДО УТРА", "koi8-r")]
    [InlineData("The board reads: Тверь. The train left at 9:40 with 31 people, most of them asleep, and nobody saw it.", "windows-1251")]
    [InlineData(Ukrainian, "windows-1251")]
    [InlineData(Bulgarian, "windows-1251")]
    [InlineData("The café opened.", "windows-1252")]
    [InlineData("The ferry’s crew said “no” – it cost £5.", "windows-1252")]
    [InlineData("It cost £5 then.", "windows-1252")]
    [InlineData("Die Fähre fuhr um fünf; größere Schiffe mußten draußen warten, sagte der Kapitän später.", "windows-1252")]
    [InlineData("La réunion a été levée à midi, créée à l’improviste, et personne n’a été prévenu.", "windows-1252")]
    [InlineData("El tren salió a las nueve; ¿quién lo vio? Nadie, según el señor del andén.", "windows-1252")]
    [InlineData("הרכבת יצאה בתשע בבוקר ואיש לא ראה אותה עוברת על הגשר. הנהג סיפר כי חיכה שעה ארוכה בתחנה.", "windows-1255")]
    public void Tells_the_encoding_when_its_letters_are_those_of_a_text(string text, string name)
    {
        var read = SourceIntake.Read(Encoding.GetEncoding(name).GetBytes(text), "x.txt").Value;
        Assert.Equal((name, text), (read.Encoding, read.Layer.Text));
        Assert.Contains(name, Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Το τρένο έφυγε στις εννέα το πρωί και κανείς δεν το είδε να περνά από τη γέφυρα.", "windows-1253")]
    [InlineData("Pociąg odjechał o dziewiątej rano, a nikt go nie widział, bo wszyscy już spali. Później przyszła mgła.", "windows-1250")]
    [InlineData("Vlak odjel v devět ráno a nikdo ho neviděl, protože všichni už dávno spali. Později přišla mlha.", "windows-1250")]
    [InlineData("Tren sabah dokuzda ayrıldı ve kimse görmedi, çünkü herkes uyuyordu. Sonra sis çıktı, ışıklar söndü.", "windows-1254")]
    [InlineData("غادر القطار في التاسعة صباحا ولم يره أحد يعبر الجسر", "windows-1256")]
    [InlineData("列車は朝九時に出発したが、橋を渡るのを見た者はいなかった。", "shift_jis")]
    [InlineData("火车早上九点出发,没有人看见它过桥。", "gb18030")]
    [InlineData("기차는 아침 아홉 시에 떠났고 다리를 건너는 것을 본 사람은 없었다.", "euc-kr")]
    public void Refuses_when_the_letters_are_those_of_no_alphabet_it_knows(string text, string name)
    {
        var read = SourceIntake.Read(Encoding.GetEncoding(name).GetBytes(text), "x.txt");
        Assert.True(!read.Succeeded, read.Succeeded ? $"{read.Value.Encoding}: {read.Value.Layer.Text}" : "");
        Assert.Contains("could not be told", read.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The ferry’s crew said “no” and left.")]
    [InlineData(Russian)]
    public void Refuses_when_a_byte_of_UTF8_is_damaged(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + " caf");
        var read = SourceIntake.Read([.. bytes, 0xE9, .. " et al."u8], "x.txt");
        Assert.Contains("could not be told", read.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(bytes.Length, read.Error.Where!.Offset);
    }

    [Fact]
    public void Refuses_when_the_letters_bear_more_than_one_reading() => // é, or a capital of Cyrillic
        Assert.Contains(
            "could not be told",
            SourceIntake.Read([.. "The letter "u8, 0xE9, .. "."u8], "x.txt").Error!.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Finds_the_letters_when_they_come_after_much_plain_text()
    {
        var text = string.Concat(Enumerable.Repeat("Plain words, one line after another.\n", 20_000)) + "The café opened.";
        Assert.Equal("windows-1252", SourceIntake.Read(Encoding.Latin1.GetBytes(text), "x.txt").Value.Encoding);
    }
}
