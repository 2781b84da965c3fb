using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>The first learner of the centre: earned the Level 2 award, and left for web development a year later.</summary>
internal static class SamOkafor
{
    static readonly Onlooker Librarian = new("Moira Finch", "moira.finch@harbourside.example", "Librarian at Saltmarsh Academy, whose room I looked after");
    static readonly Onlooker Cover = new("Denise Hallam", "denise.hallam@harbourside.example", "Cover manager at Saltmarsh Academy");

    /// <summary>Callum Reid copied these two, word for word.</summary>
    public static readonly Piece WeekByTheTimetable = Account("A week planned round the timetable", "2.1 2.2 2.3 2.4 4.1", """
        I put the room timetable and my job list side by side on Sunday evening. Eleven jobs needed a room. Six fitted into free periods, three went before registration, and two had to wait for Wednesday, when the building stays open until six for staff training.

        On my calendar I have marked in red the weeks when nothing may be changed: mocks, the two weeks of GCSE practical exams, the census day, results days, and the last two days before each holiday because reports go out. Beside each I wrote who would be hurt if I got it wrong.

        On Tuesday at briefing we heard that the heating had failed in the huts, and 8B went into S1, where I had planned to change a receiver. I moved it to Friday at 08:00 and told the teacher what would happen if her display failed before then.

        The job that went wrong was the week before. I had updated the library machines in what I thought was a quiet period. It was the reading lesson of 7R. Eleven children watched a blue bar. Now I ask the librarian, not the timetable.
        """);

    public static readonly Piece PrintingDay = Account("The day the front copier stopped", "1.1 1.2 1.3 1.4 3.2 4.2", """
        Jammed at 08:20 with forty minutes of maths worksheets in it. I opened the doors in the order on the inside label, took the sheet out in the direction of travel, found a torn corner under the fuser cover once it had cooled, and ran ten blank pages before I closed the call. While I worked I sent the maths queue to the machine in S block and walked the first thirty sheets over.

        The same week: toner and the waste bottle changed by the maker's sheet; a job from the head's office that never arrived, which I followed from her screen (sent) to the queue (there, held) to the permission (her new group was missing).

        There were nineteen pages on the tray with names on. I did not read them. I took them to the office, who rang the two people they belonged to, and the rest went in the confidential bin.

        The feed roller was worn, so I rang the firm with the counters and the fault code, rang again on day two when nobody had come, and signed it off on day three after printing from four rooms.
        """);

    public static void Tell(Story story, Cast cast)
    {
        var sam = new LearnerStory(story, cast, cast.Sam, "EITQ-L2A");
        sam.Asks(152, cast.Saltmarsh);
        sam.IsAccepted(152, "EIT201", "EIT206");

        sam.Achieves("EIT203", 146,
        [
            Link("Who leads what at Saltmarsh", "1.1", "https://intranet.harbourside.example/saltmarsh/it/who-leads-what", "My chart of who leads what, from the head to the kitchen, and whom I ask about what. The office manager corrected two boxes. It is on the staff intranet, where I keep it up to date."),
            Account("An hour with the librarian and an hour with the cook", "1.2 1.3", "Mrs Finch needs the loans screen to open before registration, because that is when Year 7 come; if it takes ten minutes to start she loses the whole of tutor time. The catering manager needs the tills to work with no network for an hour, and to know before I unplug anything between 11:30 and 13:15. I wrote both up in the school's own words: tutor time, P4, 7R, the LRC, C block."),
            WeekByTheTimetable,
            Witnessed("In the library with a class", "3.1 3.2 3.3 3.4", Librarian, "Sam replaced a mouse and a keyboard while I had 7R. He knocked, waited until I looked up, worked at the back, answered a Year 7 who asked what he was doing in one friendly sentence, and later spoke with two sixth-formers just as pleasantly and no more chummily. He signs for the key and brings it back. In the fire drill he swept the LRC and the corridor as on the sheet, and reported to me by name."),
        ], "I have learned most from the librarian.", "A thoughtful first unit. Your account of 7R and the blue bar is worth more than a perfect week would have been.", cast.Owen, "First decision of a new assessor. I read all of it with her: the feedback is specific and the witness is independent. Agreed.");

        sam.Achieves("EIT204", 140,
        [
            Account("What I would do, and what I did", "1.1 1.2 1.3 1.4 2.1 2.2", "The safeguarding lead is on the ground floor of A block, and there are two deputies; for a worry about an adult it is the head, and about the head, the chair of governors. I have filled in the school's form once: I wrote what the boy said in his words, the time and the place, and nothing about what I thought. With the lead I practised what to say to a child who starts to tell me something: listen, thank them, say I must pass it on, ask nothing. A pupil asked me for my gamer name; I said staff do not, and told his tutor the same day. When I have to work with a pupil I prop the door and stand where the corridor sees me. In training we were shown the case of a technician who 'had a look first'. I would leave the screen as it is, keep people away and fetch the lead."),
            Account("Filter and alert test", "3.1 3.2", "Our safe test pages on each kind of device pupils use, and one test alert to the safeguarding lead, timed. Laptop, library desktop and tablet all blocked. The alert took nine minutes, and she rang me to say so. I wrote times and results in the log that she keeps."),
            Account("Requests I turned into the right route", "2.3 3.3 4.1 4.2 4.3 4.4", "A head of year asked me to open a leaver's mailbox. I asked for the head's agreement in writing first and did it with HR in the room. A teacher wanted a video site open for one lesson; the form goes to the safeguarding lead, who said yes for that page for that day. Before I sent the supplier a log I took out names, user names and the room list. Three sorts of data and their routes: medical notes by the school's own file share, exam entries by the board's portal, a photo for the newsletter only from the permitted album. Before I look at someone's screen I say so and wait while they close what is theirs. I left a memory stick in a taxi-share with a colleague: I told Tom and the data lead in six minutes, with where, when and what was on it (a driver; nothing of anyone's)."),
        ], "The stick is embarrassing but it is what happened.", "Reporting your own slip in six minutes tells me more than any policy quiz. All criteria met.", cast.Owen, "Second decision of the assessor. Judgements on 1.2 and 1.3 rest on an account of practice with the lead, which is as it should be. Agreed.");

        sam.Achieves("EIT201", 134,
        [
            OfFile("A month of requests", "1.1 1.2 1.3 2.1 2.2 2.4 3.4 4.3", "helpdesk-tickets.csv", "Twelve of mine from one month, seven kinds. I have taken out people's names. Priority is by the lesson: 'lesson stopped' comes before everything. 6158 went to the supplier with times and the reader number. 6192 is the third of its kind, which I reported."),
            Account("Two people, two ways", "1.4 2.3 3.1 3.2 3.3", "A caller said she was a supply teacher and wanted a password. I rang the cover office, who knew her, and gave it to her at the desk. A Year 9 could not find his work; his teacher sat with us and we looked together. I promised a parts order for Thursday, saw on Wednesday it would not come, and told her on Wednesday. A science teacher was furious about his display in front of his class. I said: 'That is a rotten start to a lesson. I can give you a picture in three minutes and I will tell you by break what is wrong.' I did not promise it would be mended."),
            Link("One page: printing from your own laptop", "4.2", "https://intranet.harbourside.example/saltmarsh/it/print-from-your-laptop", "One page with five pictures, because it was what people asked most. Visits to our door about it went from nine a month to two."),
            Witnessed("Teaching me to find cover files", "4.1", Cover, "I could not get the cover files to open from my phone. Sam showed me, then made me do it, then came back the next day and watched me do it without a word. I have shown three others since."),
        ], "", "Good, kind, quick work. I particularly like 3.2: telling her on Wednesday.", cast.Owen, "Third decision, all three looked at. Twelve requests, seven kinds: sufficient. Agreed.");

        sam.Achieves("EIT206", 129,
        [
            PrintingDay,
            Account("Queues, defaults and release", "2.1 2.2 2.3 3.1 3.3", "I added the new queue for the art corridor and gave it to the group that teaches there, so that nobody else sees it; tested from two rooms and one pupil account. Default both sides and black, colour one click away, except for art, where colour is the point. Scans go to each person's own folder; I tested it with a page of Lorem Ipsum, not with a letter. Staff who print reports now release them with their card. When the old machine left I watched the engineer pull the disk, and the disk is in our safe with a label."),
            OfFile("A term of printing on one page", "4.1 4.3", "print-use-by-department.csv", "Use and cost by department, for the business manager. From it I ordered paper and toner for the mocks five weeks ahead, and again for the summer."),
        ], "", "You watched the disk leave the machine: exactly right.", cast.Owen, "New unit for the centre. The order for the exams is shown from measured use. Agreed.");

        sam.IsClaimed(127, Monday);
        sam.IsAwarded(126, Thursday);
    }
}
