using System.Text;
using Assay.Cases.Models;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Tests.Models;

/// <summary>Which prompts a drafter is asked with.</summary>
public sealed class PromptLanguageTests
{
    private const string Russian =
        "Диспетчерская в Самаре закрыла шлюз в 23:40. Баржа ударилась о пирс раньше, говорит её владелец, и мы это проверили.";
    private const string Ukrainian =
        "Диспетчерська у Харкові зачинила шлюз о 23:40. Баржа вдарилася об пірс раніше, каже її власник, і ми це перевірили.";
    private const string English =
        "The harbour office shut the lock at 23:40. The owner said: «Мы были раньше». The barge struck the pier well before the lock was shut, and the office in the town has said nothing at all of it since, nor has the insurer, whose log is lost.";

    [Theory]
    [InlineData(Russian, "ru")]
    [InlineData(Ukrainian, "en")]
    [InlineData(English, "en")]
    [InlineData("<html lang=\"en\"><body><article><h1>Шлюз</h1><p>" + Russian + "</p></article></body></html>", "en")]
    [InlineData("<html lang=\"ru-RU\"><body><article><h1>Шлюз</h1><p>" + Russian + "</p></article></body></html>", "ru")]
    public void Are_those_of_the_language_that_the_text_says_or_shows_and_else_the_english_ones(string text, string language)
    {
        var asked = Prompts.For(SourceIntake.Read(Encoding.UTF8.GetBytes(text), text[0] == '<' ? "a.html" : "a.txt").Value);
        Assert.Equal([language, language, language, language], asked.Select(p => p.Language));
    }

    [Fact]
    public void Ask_for_the_same_in_every_language()
    {
        foreach (var language in Prompts.Shipped.GroupBy(p => p.Language))
        {
            var english = Prompts.Shipped.Take(4).ToList();
            Assert.Equal(english.Select(p => string.Join(' ', p.Kinds)), language.Select(p => string.Join(' ', p.Kinds)));
            Assert.Equal(english.Select(p => string.Join(' ', p.Fields)), language.Select(p => string.Join(' ', p.Fields)));
            Assert.All(language, p => Assert.NotEmpty(p.Examples));
        }
    }
}
