using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>Learner at Level 3, and assessor in training: an assessor is also somebody's learner.</summary>
internal static class AnaKovac
{
    static readonly Onlooker Deputy = new("Stephen Amory", "stephen.amory@harbourside.example", "Deputy head of Northquay School, who owns the timetable");

    public static void Tell(Story story, Cast cast)
    {
        var ana = new LearnerStory(story, cast, cast.Ana, "EITQ-L3C");
        ana.Asks(34, cast.Northquay);
        ana.IsAccepted(34, "EIT301", "EIT303", "EIT308");

        ana.Achieves("EIT203", 26,
        [
            Account("Who carries what at Northquay", "1.1 1.2 1.3", "Northquay has five in the senior team and a strong middle: eleven heads of department who decide most of what touches us. My chart shows both, the kitchen, the site team and who covers whom. I spent an hour with the exams officer, who needs silence from us far more than help, and an hour with the site manager, whose door system is ours at night and his by day. In writing I use P1 to P6, N and Q blocks, Y7 to Y11."),
            Account("A week in a school with no slack", "2.1 2.2 2.3 2.4 4.1", "I take rooms from the live timetable, not the printed one. Red days, with reasons: mocks, GCSE weeks, options evening, census, results, and any Friday before a holiday. Switch work is Wednesdays after five, when the building is open for the orchestra. A visiting speaker took the hall and with it our access point change: it moved a week, and I told PE and the orchestra. What went wrong: the storage array that failed last winter, on a Thursday. I began restoring what was biggest. The school needed registers first, and lost two of them before somebody said so. Now the order is on the wall, agreed with Mr Amory."),
            Witnessed("In and out of lessons", "3.1 3.2 3.3 3.4", Deputy, "Ana works in lessons as a good visitor does: she waits for the nod, is brief, and leaves the room as it was. She talks with Year 7s and with sixth-form visitors alike, kindly and at arm's length. Keys and contractors go through the book. In the lockdown practice she has the server room and the east doors, and did both."),
        ], "", "An honest account of the Thursday. I have asked Ana whether we may use it for training.", cast.Owen, "Priya manages this learner, so the review is mine. Judgement sound. Agreed.");

        ana.Adds("EIT301", 16, Tuesday, OfFile("N block cabinet after the tidy", "1.1 1.3", "network-cabinet.jpg", "The cabinet after two evenings. Nine labels did not match what was patched; the map on the door is the new one, and a stranger (Joe, visiting) found all of six ports I named, without asking."));
        ana.Adds("EIT301", 14, Tuesday, OfFile("A lead that says where it goes", "1.3", "patch-lead-labelled.jpg", "How every lead is labelled now: room and outlet, then panel and port on both ends. Yellow is displays."));
        ana.Adds("EIT301", 12, Monday, Account("The fault that came on windy days", "2.1 2.2 2.3 2.4", "Two rooms in the huts lost the network some afternoons. Client, lead and switch were swapped one at a time and cleared. I logged the link for three weeks beside the weather: every drop was over 30 mph. It was the overhead fibre, chafing at its bracket. I took the huts before a louder complaint from the staff room, because the huts had a Y11 class and the staff room had coffee. The supplier first said it was our switch. I sent light levels from both ends and the times; they came the next day."));
        ana.Adds("EIT301", 9, Monday, Witnessed("What stops what", "1.2", Deputy, "Ana took me through the three parts whose failure would stop registration, the telephones and the filter. Two of them now have a spare on the shelf, because I could see it."));

        ana.Adds("EIT302", 6, Tuesday, OfFile("A term of restore tests", "3.1 3.2 3.3", "restore-tests.csv", "One file, one mailbox, one database, one whole machine, each asked for within a time and checked by its owner. The whole machine was rebuilt on a network of its own, and Mr Amory opened last month's cover list on it."));
        ana.Adds("EIT302", 4, Tuesday, Account("What we lost on the Thursday, and what I asked people next", "1.1 1.2 1.3 1.4 2.3", "After the array failed I wrote down what was lost: a morning of registers, two days of the art department's scans, and one laptop that no backup had ever covered. Then I asked owners the question I should have asked before: how much could you lose, and how long could you wait? The office: nothing of today, and half an hour. Art: a day, and a week. Exams: nothing, ever, and that is why coursework is now kept twice. The keys are in two sealed envelopes, in two buildings."));
    }
}
